import { Reading } from "#components/shell/Reading.tsx";
import { DetailSkeleton } from "#components/ui/DetailSkeleton.tsx";
import { Figures } from "#features/home/Figures.tsx";
import { Hero } from "#features/home/Hero.tsx";
import { Latest } from "#features/home/Latest.tsx";
import { PracticeNote } from "#features/home/PracticeNote.tsx";
import { Steps } from "#features/home/Steps.tsx";
import { readContributions, readPeople, readProtocol } from "#lib/api/read.ts";

const WORKS = 8;
const PEOPLE = 8;

const read = () =>
  Promise.all([readProtocol(), readContributions({ limit: WORKS }), readPeople({ limit: PEOPLE })]);

export default function HomePage() {
  return (
    <div className="grid gap-x-16 gap-y-10 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <Hero />
      {/* On phones the figures come before the explanation. */}
      <div className="max-lg:order-last">
        <Steps />
      </div>
      <div className="lg:col-span-2">
        <PracticeNote />
        <Reading read={read} skeleton={<DetailSkeleton />}>
          {([{ protocol, block }, works, people]) => (
            <>
              <Figures protocol={protocol} />
              <Latest works={works.items} people={people.items} now={block.timestamp} />
            </>
          )}
        </Reading>
      </div>
    </div>
  );
}
