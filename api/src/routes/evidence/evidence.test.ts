import { createHash } from "node:crypto";
import { contribution } from "@azora/indexer/schema";
import { expect } from "chai";
import { type Hex, stringToBytes } from "viem";
import { useApi } from "../../testing/api.ts";
import { manifestOf, type Upload, uploadOf } from "../../testing/manifests.ts";
import { ALICE, address, hashOf } from "../../testing/names.ts";
import { query } from "../../testing/postgres.ts";
import { workRow } from "../../testing/rows.ts";
import { contributionAnswer, contributionPage } from "../contributions/schema.ts";
import { storedSchema } from "./schema.ts";

const RETENTION = 3_600;
/** What is kept for longer than promised. */
const MARGIN = 600;

describe("api: evidence", () => {
  const api = useApi({ limits: { totalBytes: 100_000, retention: RETENTION } });
  const sha256 = (bytes: Uint8Array): Hex => `0x${createHash("sha256").update(bytes).digest("hex")}`;
  const pathOf = (hash: Hex) => `/v1/evidence/${hash}`;

  async function put({ hash, bytes }: Upload) {
    const response = await api().fetch(pathOf(hash), { method: "PUT", body: bytes });
    return { status: response.status, stored: storedSchema.parse(await response.json()) };
  }

  const register = (number: number, evidenceHash: Hex, registrant = ALICE) =>
    api().build.db.insert(contribution).values(workRow(number, { evidenceHash, registrant }));

  const refusal = async (hash: Hex, body: Uint8Array<ArrayBuffer> | string, status: number) =>
    (await api().refused(pathOf(hash), status, { method: "PUT", body })).detail;

  it("keeps a manifest and gives it back byte for byte, not to be taken for anything else", async () => {
    const upload = uploadOf(manifestOf("Naïve café ☕"));
    const { status, stored } = await put(upload);
    expect(status).to.equal(201);
    expect(stored).to.deep.include({ hash: upload.hash, bytes: upload.bytes.length });
    expect(stored.expiresAt).to.be.closeTo(Date.now() / 1_000 + RETENTION, 60);
    const response = await api().fetch(pathOf(upload.hash));
    expect(response.status).to.equal(200);
    expect(sha256(new Uint8Array(await response.arrayBuffer()))).to.equal(upload.hash);
    expect(Object.fromEntries(response.headers)).to.include({
      "content-type": "application/json",
      "cache-control": "public, max-age=31536000, immutable",
      "x-content-type-options": "nosniff",
      "access-control-allow-origin": "*",
      etag: `"${upload.hash}"`,
    });
    const again = await api().fetch(pathOf(upload.hash), {
      headers: { "If-None-Match": `"${upload.hash}"` },
    });
    expect(again.status).to.equal(304);
    const head = await api().fetch(pathOf(upload.hash), { method: "HEAD" });
    expect([head.status, await head.text()]).to.deep.equal([200, ""]);
  });

  it("takes the same twice, also at the same time", async () => {
    const upload = uploadOf(manifestOf("twice"));
    const answers = await Promise.all(Array.from({ length: 6 }, () => put(upload)));
    expect(answers.map(({ status }) => status).toSorted()).to.deep.equal([200, 200, 200, 200, 200, 201]);
    expect((await put(upload)).status).to.equal(200);
    const [{ kept } = {}] = await query(
      api().adminUrl,
      "SELECT count(*)::int AS kept FROM azora_api.evidence WHERE title = 'twice'",
    );
    expect(kept).to.equal(1);
  });

  it("says 404 for what is not kept, and lets nobody remember that", async () => {
    await api().refused(pathOf(hashOf("nothing")), 404);
    for (const headers of [{}, { "If-None-Match": `"${hashOf("nothing")}"` }]) {
      const response = await api().fetch(pathOf(hashOf("nothing")), { headers });
      expect(response.status).to.equal(404);
      expect(response.headers.get("cache-control")).to.equal("no-store");
      expect(response.headers.get("etag")).to.equal(null);
    }
    await api().refused("/v1/evidence/0x12", 400);
    await api().refused(pathOf(hashOf("nothing")), 405, { method: "DELETE" });
  });

  it("refuses bytes that do not hash to the name", async () => {
    const { hash, bytes } = uploadOf(manifestOf("tampered"));
    const tampered = bytes.map((byte, i) => (i === 40 ? byte ^ 1 : byte));
    expect(await refusal(hash, tampered, 422)).to.match(/^These bytes hash to 0x[0-9a-f]{64}, not to /);
    await api().refused(pathOf(hash), 404);
  });

  it("refuses what is no JSON, no manifest, or not in canonical form", async () => {
    const refused = async (text: string | Uint8Array<ArrayBuffer>) => {
      const bytes = typeof text === "string" ? new Uint8Array(stringToBytes(text)) : text;
      return refusal(sha256(bytes), bytes, 422);
    };
    expect(await refused("")).to.equal("This is not JSON in UTF-8.");
    expect(await refused("{")).to.equal("This is not JSON in UTF-8.");
    expect(await refused(new Uint8Array([0xff, 0xfe]))).to.equal("This is not JSON in UTF-8.");
    expect(await refused("{}")).to.match(/^This is no manifest: kind: /);
    const manifest = manifestOf("form");
    expect(await refused(JSON.stringify({ ...manifest, title: "" }))).to.match(
      /^This is no manifest: title: /,
    );
    expect(await refused(JSON.stringify({ ...manifest, more: 1 }))).to.match(/^This is no manifest: /);
    expect(await refused(JSON.stringify(manifest))).to.match(/not in the canonical form of RFC 8785/);
    const canonical = new TextDecoder().decode(uploadOf(manifest).bytes);
    expect(await refused(` ${canonical}`)).to.match(/canonical/);
    expect(await refused(canonical.replace('"title":', '"title":"x","title":'))).to.match(/canonical/);
    expect(await refused("[".repeat(100_000))).to.equal("This is not JSON in UTF-8.");
  });

  it("refuses more than 1 MiB, whether or not it says so before", async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        sent += 65_536;
        controller.enqueue(new Uint8Array(65_536));
      },
    });
    const detail = "The body may have 1048576 bytes at most.";
    const streamed = { method: "PUT", body: endless, duplex: "half" };
    expect((await api().refused(pathOf(hashOf("a")), 413, streamed)).detail).to.equal(detail);
    expect(sent).to.be.below(1_300_000);
    const announced = { method: "PUT", body: "{}", headers: { "Content-Length": "1048577" } };
    expect((await api().refused(pathOf(hashOf("a")), 413, announced)).detail).to.equal(detail);
  });

  it("names registered works by it, finds them by words of their titles, and does not let it go", async () => {
    const upload = uploadOf(manifestOf("Mended src/a-b.ts, quickly"));
    await put(upload);
    await register(8, upload.hash);
    expect((await put(upload)).stored.expiresAt).to.equal(null);
    const { items } = await api().get("/v1/contributions?limit=1", contributionPage);
    expect(items[0]).to.include({
      title: "Mended src/a-b.ts, quickly",
      summary: "About Mended src/a-b.ts, quickly",
    });
    const { contribution: detail } = await api().get(`/v1/contributions/${items[0]?.id}`, contributionAnswer);
    expect(detail.evidenceAvailable).to.equal(true);
    const found = async (words: string) =>
      (await api().get(`/v1/contributions?q=${encodeURIComponent(words)}`, contributionPage)).items.length;
    for (const words of ["mended", "MEND", "src b", "ts a", "quick, mend!", "b.ts"])
      expect(await found(words), words).to.equal(1);
    for (const words of ["ended", "mended slowly", "!!!", "' OR 1=1", "mended & !x", "a:*|zzz"])
      expect(await found(words), words).to.equal(0);
  });

  it("gives no title to a work of somebody else who registered the same hash", async () => {
    const { hash } = uploadOf(manifestOf("Mended src/a-b.ts, quickly"));
    await register(9, hash, address(2));
    const { items } = await api().get("/v1/contributions?limit=2", contributionPage);
    expect(items.map(({ title }) => title)).to.deep.equal([null, "Mended src/a-b.ts, quickly"]);
    const { contribution: copied } = await api().get(`/v1/contributions/${items[0]?.id}`, contributionAnswer);
    expect(copied.evidenceAvailable).to.equal(false);
  });

  it("finds a title by its own words, whatever its letters", async () => {
    const upload = uploadOf(manifestOf("Über ΟΔΟΣ und Мир"));
    await put(upload);
    await register(10, upload.hash);
    for (const q of ["Über", "ΟΔΟΣ", "Мир"]) {
      const { items } = await api().get(`/v1/contributions?q=${encodeURIComponent(q)}`, contributionPage);
      expect(
        items.map((item) => item.evidenceHash),
        q,
      ).to.deep.equal([upload.hash]);
    }
  });

  it("lets go of what is not registered in time, counts its room as free, and keeps the rest", async () => {
    const { evidence } = api().context;
    const registered = uploadOf(manifestOf("Mended src/a-b.ts, quickly"));
    const fresh = uploadOf(manifestOf("fresh"));
    const renewed = uploadOf(manifestOf("renewed"));
    const old = uploadOf(manifestOf("old"));
    const late = uploadOf(manifestOf("late"));
    for (const upload of [fresh, renewed, old, late]) await put(upload);
    await age([registered, renewed, old], RETENTION + MARGIN + 1);
    await age([late], RETENTION + 1);
    expect((await put(renewed)).status).to.equal(200);
    const counts = await Promise.all([evidence.sweep(), evidence.sweep(), evidence.sweep()]);
    expect(counts.reduce((sum, count) => sum + count)).to.equal(1);
    expect(await evidence.bytes(old.hash)).to.equal(undefined);
    for (const { hash, bytes } of [registered, fresh, renewed, late])
      expect(await evidence.bytes(hash)).to.deep.equal(bytes);
    await expectExactRoom();
  });

  it("lets go in the end of what is sent again and again, and never registered", async () => {
    const upload = uploadOf(manifestOf("stubborn"));
    await put(upload);
    await age([upload], 2.5 * RETENTION);
    const { status, stored } = await put(upload);
    expect(status).to.equal(200);
    expect(stored.expiresAt).to.be.closeTo(Date.now() / 1_000 + 0.5 * RETENTION, 60);
    await age([upload], 0.5 * RETENTION + MARGIN + 1);
    await put(upload);
    expect(await api().context.evidence.sweep()).to.equal(1);
    expect(await api().context.evidence.bytes(upload.hash)).to.equal(undefined);
    expect((await put(upload)).status).to.equal(201);
  });

  it("takes no more than there is room for, also from many at the same time", async () => {
    const uploads = Array.from({ length: 12 }, (_, i) => uploadOf(manifestOf(`large ${i}`, 100)));
    const statuses = await Promise.all(
      uploads.map(
        async ({ hash, bytes }) => (await api().fetch(pathOf(hash), { method: "PUT", body: bytes })).status,
      ),
    );
    expect(new Set(statuses)).to.deep.equal(new Set([201, 507]));
    const used = await expectExactRoom();
    expect(used).to.be.within(60_000, 75_000);
    const { hash, bytes } = uploads[statuses.indexOf(507)] ?? uploadOf(manifestOf("none"));
    expect(await refusal(hash, bytes, 507)).to.match(/^There is no room for evidence at present/);
    // What is there already needs no room.
    const known = uploads[statuses.indexOf(201)] ?? uploadOf(manifestOf("none"));
    expect((await put(known)).status).to.equal(200);
  });

  it("leaves a quarter of the room for what a registration names", async () => {
    const large = Array.from({ length: 4 }, (_, i) => uploadOf(manifestOf(`registered ${i}`, 100)));
    for (const [i, { hash }] of large.entries())
      await api()
        .build.db.insert(contribution)
        .values(workRow(20 + i, { evidenceHash: hash }));
    const statuses: number[] = [];
    for (const { hash, bytes } of large)
      statuses.push((await api().fetch(pathOf(hash), { method: "PUT", body: bytes })).status);
    expect(statuses[0]).to.equal(201);
    expect(statuses.at(-1)).to.equal(507);
    expect(await expectExactRoom()).to.be.within(85_000, 100_000);
    const { hash, bytes } = large.at(-1) ?? uploadOf(manifestOf("none"));
    expect(await refusal(hash, bytes, 507)).to.equal("There is no room for evidence at present.");
  });

  /** As if it were that much longer ago. */
  const age = (uploads: Upload[], seconds: number) =>
    query(
      api().adminUrl,
      `UPDATE azora_api.evidence SET stored_at = stored_at - interval '${seconds} s',
        added_at = added_at - interval '${seconds} s'
        WHERE hash IN (${uploads.map(({ hash }) => `'${hash}'`)})`,
    );

  async function expectExactRoom(): Promise<number> {
    const [row] = await query(
      api().adminUrl,
      `SELECT (SELECT used FROM azora_api.evidence_room)::int AS used,
        (SELECT sum(octet_length(bytes)) FROM azora_api.evidence)::int AS kept`,
    );
    expect(row?.used).to.equal(row?.kept);
    return Number(row?.used);
  }
});
