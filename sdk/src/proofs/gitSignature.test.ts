import { expect } from "chai";
import { emailIdentity } from "../identity.ts";
import { filesManifest, type GitRangeManifest } from "../manifest/index.ts";
import { practicePerson } from "../practice/accounts.ts";
import { practiceSshKey } from "../practice/sshKey.ts";
import { linkChallenge } from "./challenge.ts";
import { ProofAwayError, ProofError } from "./errors.ts";
import { gitSignature } from "./gitSignature.ts";
import type { CreditedWork } from "./Proof.ts";
import {
  ADA,
  adaKey,
  by,
  deployment,
  EVE,
  eveKey,
  gitProof,
  NOW,
  TestHistory,
  toolsWith,
  WISH,
  wishWith,
} from "./testing/claimant.ts";

const ada = emailIdentity(ADA);

describe("the proof of a git identity", function () {
  this.timeout(60_000);
  const histories: TestHistory[] = [];
  const history = () => {
    const made = new TestHistory();
    histories.push(made);
    return made;
  };
  afterEach(() => {
    for (const made of histories.splice(0)) made.remove();
  });

  const refusal = (check: Promise<string[]>): Promise<string> =>
    check.then(
      (seen) => expect.fail(`It was proven: ${seen.join(" ")}`),
      (error: unknown) => {
        expect(error).to.be.instanceOf(ProofError);
        return error instanceof Error ? error.message : "";
      },
    );

  const check = (repository: TestHistory, works: CreditedWork[], keys = [adaKey]) =>
    gitSignature.check(wishWith(), gitProof(repository.path, wishWith(), keys), toolsWith(works));

  it("holds for whoever has the key that signed the accepted commits", async () => {
    const repository = history();
    repository.commit({ email: ADA, sign: by(adaKey) });
    repository.commit({ email: EVE });
    repository.commit({ email: ADA, sign: by(adaKey) });
    const seen = await check(repository, await repository.works(ada));
    expect(seen).to.have.length(2);
    expect(seen[0]).to.match(/^The key SHA256:\S+ signed the challenge\.$/);
    expect(seen[1]).to.match(
      /^2 accepted works show these keys for git:[0-9a-f]{64}, .* with 100% of its credit\.$/,
    );
  });

  it("takes two keys that share the history, but neither of them alone", async () => {
    const repository = history();
    const second = practiceSshKey("of Ada, her second");
    repository.commit({ email: ADA, sign: by(adaKey) });
    repository.commit({ email: ADA, sign: by(second) });
    const works = await repository.works(ada, 2);
    expect(await refusal(check(repository, works))).to.match(
      /commit [0-9a-f]{40} by this identity is signed by another key/,
    );
    expect(await check(repository, works, [adaKey, second])).to.have.length(3);
  });

  it("takes a history from a branch of a repository that has more", async () => {
    const repository = history();
    repository.commit({ email: ADA, sign: by(adaKey) });
    const works = await repository.works(ada);
    repository.commit({ email: EVE, sign: by(eveKey) });
    const wish = wishWith();
    const proof = {
      ...gitProof(repository.path, wish),
      repositories: [{ url: repository.path, ref: "refs/heads/main" }],
    };
    expect(await gitSignature.check(wish, proof, toolsWith(works))).to.have.length(2);
  });

  describe("does not hold", () => {
    it("for a key that the history does not show", async () => {
      const repository = history();
      repository.commit({ email: ADA, sign: by(adaKey) });
      const said = await refusal(check(repository, await repository.works(ada), [eveKey]));
      expect(said).to.match(/^The first work that credits git:.* is signed by another key\.$/);
    });

    it("for commits without a signature", async () => {
      const repository = history();
      repository.commit({ email: ADA });
      expect(await refusal(check(repository, await repository.works(ada)))).to.match(
        /of its 1 commits .* 0 are signed/,
      );
    });

    it("for a commit that was changed after it was signed", async () => {
      const repository = history();
      const tamper = (object: string) => object.replace("\n\nChange", "\n\nAnother change");
      repository.commit({ email: ADA, sign: by(adaKey), tamper });
      expect(await refusal(check(repository, await repository.works(ada)))).to.match(/signed by another key/);
    });

    it("for somebody else's commit that the key's owner took over, as maintainers and forges do", async () => {
      const repository = history();
      repository.commit({ email: ADA, committer: EVE, sign: by(eveKey) });
      const said = await refusal(check(repository, await repository.works(ada), [eveKey]));
      expect(said).to.match(/0 are signed by these keys with the identity as author and committer/);
    });

    it("for a commit whose author is another one by the mailmap alone", async () => {
      const repository = history();
      repository.commit({ email: EVE, sign: by(eveKey), files: { ".mailmap": `ada <${ADA}> <${EVE}>\n` } });
      const works = await repository.works(ada);
      expect(works).to.have.length(1);
      expect(await refusal(check(repository, works, [eveKey]))).to.match(/0 are signed by these keys/);
    });

    it("for a forged commit in a work beside the identity's own", async () => {
      const repository = history();
      repository.commit({ email: ADA });
      repository.commit({ email: ADA });
      repository.commit({ email: ADA, sign: by(eveKey) });
      expect(await refusal(check(repository, await repository.works(ada, 3), [eveKey]))).to.match(
        /of its 3 commits of this identity, 1 are signed/,
      );
    });

    it("for a forged commit beside signed ones: then not even for the owner, by this work", async () => {
      const repository = history();
      for (let i = 0; i < 3; i += 1) repository.commit({ email: ADA, sign: by(adaKey) });
      repository.commit({ email: ADA, sign: by(eveKey) });
      const works = await repository.works(ada, 4);
      expect(await refusal(check(repository, works, [eveKey]))).to.match(/signed by another key/);
      expect(await refusal(check(repository, works, [adaKey]))).to.match(/signed by another key/);
    });

    it("for a history that the claimant made, however large, if another work credited the identity first", async () => {
      const [real, forged] = [history(), history()];
      real.commit({ email: ADA, sign: by(adaKey) });
      forged.commit({ email: ADA, sign: by(eveKey) });
      const works = [...(await real.works(ada)), ...(await forged.works(ada, 1, [512n]))];
      const wish = wishWith();
      const proof = gitProof(forged.path, wish, [eveKey]);
      const said = await refusal(gitSignature.check(wish, proof, toolsWith(works)));
      expect(said).to.match(
        /^The first work that credits .* its commits are in none of the given repositories/,
      );
    });

    it("for a history that the claimant made first, if others credit the identity with as much", async () => {
      const [real, forged] = [history(), history()];
      real.commit({ email: ADA, sign: by(adaKey) });
      forged.commit({ email: ADA, sign: by(eveKey) });
      const works = [...(await forged.works(ada)), ...(await real.works(ada))];
      const wish = wishWith();
      const said = await refusal(
        gitSignature.check(wish, gitProof(forged.path, wish, [eveKey]), toolsWith(works)),
      );
      expect(said).to.match(/carry 50% of what .* more than half is needed\.$/);
    });

    it("while the first work has not counted for long enough", async () => {
      const repository = history();
      repository.commit({ email: ADA, sign: by(adaKey) });
      const [work] = await repository.works(ada);
      if (work === undefined) throw new Error("There is no work.");
      const wish = wishWith();
      const minAge = 30n * 86_400n;
      const at = (countedBy: bigint) =>
        gitSignature.check(
          wish,
          gitProof(repository.path, wish),
          toolsWith([{ ...work, countedBy }], { minAge }),
        );
      expect(await refusal(at(NOW - minAge + 1n))).to.match(/30 days after their epoch/);
      expect(await at(NOW - minAge)).to.have.length(2);
    });

    it("for nobody's works, and for works without a manifest or of another kind", async () => {
      const repository = history();
      repository.commit({ email: ADA, sign: by(adaKey) });
      const [work] = await repository.works(ada);
      if (work === undefined) throw new Error("There is no work.");
      expect(await refusal(check(repository, []))).to.match(/^No accepted work credits/);
      const lost = { ...work, manifest: async () => undefined };
      expect(await refusal(check(repository, [lost]))).to.match(/nobody keeps the manifest/);
      const registrant = practicePerson(1).address;
      const files = filesManifest({
        chainId: deployment.chainId,
        registrant,
        title: "A map",
        summary: "",
        upstream: [],
        contributors: [{ node: ada, weight: 1_000_000 }],
        files: [{ path: "map.svg", bytes: 3, sha256: "ab".repeat(32) }],
      });
      expect(await refusal(check(repository, [{ ...work, manifest: async () => files }]))).to.match(
        /no git history/,
      );
    });

    it("for a manifest whose commits are not those of its range", async () => {
      const repository = history();
      repository.commit({ email: ADA, sign: by(adaKey) });
      repository.commit({ email: ADA, sign: by(adaKey) });
      const [first, second] = await repository.works(ada);
      if (first === undefined || second === undefined) throw new Error("There are no works.");
      const manifest = (await first.manifest()) as GitRangeManifest;
      const other = (await second.manifest()) as GitRangeManifest;
      const lying = [
        { ...manifest, range: { ...manifest.range, digest: "0".repeat(64) } },
        { ...manifest, range: { ...manifest.range, to: "1".repeat(40) } },
        { ...other, range: { ...other.range, from: "1".repeat(40) } },
        { ...manifest, commits: other.commits },
      ];
      for (const each of lying)
        expect(await refusal(check(repository, [{ ...first, manifest: async () => each }]))).to.match(
          /or are not those that it was registered with/,
        );
    });

    it("for a challenge of another account, identity, chain, registry, nonce or deadline", async () => {
      const repository = history();
      repository.commit({ email: ADA, sign: by(adaKey) });
      const tools = toolsWith(await repository.works(ada));
      const wish = wishWith();
      const others = [
        wishWith({ account: practicePerson(1).address }).challenge,
        wishWith({ identity: emailIdentity(EVE) }).challenge,
        wishWith({ nonce: 1 }).challenge,
        wishWith({ deadline: WISH.deadline + 1 }).challenge,
        linkChallenge({ ...deployment, chainId: 1 }, WISH),
        linkChallenge(
          {
            ...deployment,
            addresses: { ...deployment.addresses, attributionRegistry: practicePerson(2).address },
          },
          WISH,
        ),
      ];
      for (const challenge of others) {
        const proof = gitProof(repository.path, { ...wish, challenge });
        expect(await refusal(gitSignature.check(wish, proof, tools))).to.match(
          /not a signature of this challenge\.$/,
        );
      }
    });

    it("for a signature of the challenge that was made for something else", async () => {
      const repository = history();
      repository.commit({ email: ADA, sign: by(adaKey) });
      const wish = wishWith();
      const proof = { ...gitProof(repository.path, wish), signatures: [adaKey.sign(wish.challenge, "git")] };
      expect(await refusal(gitSignature.check(wish, proof, toolsWith(await repository.works(ada))))).to.match(
        /^The claim's proof\.signatures\.0 cannot be read: it was made with -n "git", not azora-link\.$/,
      );
    });

    it("for a proof that does not fit", async () => {
      const repository = history();
      const wish = wishWith();
      const tools = toolsWith([]);
      const proof = gitProof(repository.path, wish);
      for (const part of [
        { repositories: [] },
        { repositories: [{ url: repository.path, ref: "--upload-pack=touch" }] },
        { repositories: [{ url: repository.path, ref: "refs/heads/a..b" }] },
        { signatures: [] },
        { more: 1 },
        { publicKeys: "none" },
      ])
        expect(await refusal(gitSignature.check(wish, { ...proof, ...part }, tools))).to.match(
          /^The claim does not fit: proof/,
        );
    });
  });

  it("waits when a repository or a manifest cannot be read now", async () => {
    const repository = history();
    repository.commit({ email: ADA, sign: by(adaKey) });
    const works = await repository.works(ada);
    repository.remove();
    const error = await check(repository, works).catch((failure: unknown) => failure);
    expect(error).to.be.instanceOf(ProofAwayError);
  });

  it("speaks of git identities only", () => {
    expect(gitSignature.fits(ada)).to.equal(true);
    expect(gitSignature.fits("github:alice")).to.equal(false);
  });
});
