import {
  CheckCircledIcon,
  CrossCircledIcon,
  ExclamationTriangleIcon,
  QuestionMarkCircledIcon,
} from "@radix-ui/react-icons";
import type { ReactNode } from "react";
import { Badge, type Tone } from "#components/ui/Badge.tsx";
import { Card } from "#components/ui/Card.tsx";
import type { Standing } from "./model.ts";

/** How each standing looks: never by its colour alone. */
export const LOOKS = {
  well: { Icon: CheckCircledIcon, tone: "good", notice: "good" },
  late: { Icon: ExclamationTriangleIcon, tone: "commons", notice: "warning" },
  unknown: { Icon: QuestionMarkCircledIcon, tone: "neutral", notice: "info" },
  bad: { Icon: CrossCircledIcon, tone: "bad", notice: "bad" },
} as const satisfies Record<Standing, { Icon: typeof CheckCircledIcon; tone: Tone; notice: string }>;

interface PartProps {
  title: string;
  standing: Standing;
  /** The standing in a word. */
  word: string;
  /** The standing in one plain sentence. */
  sentence: ReactNode;
  /** The same for machines, by its path. */
  machines?: { label: string; url: string; paths: readonly string[] };
  children?: ReactNode;
}

/** One part of the read side: how it is, in a sentence, and by what that is known. */
export function Part({ title, standing, word, sentence, machines, children }: PartProps): ReactNode {
  const { Icon, tone } = LOOKS[standing];
  return (
    <Card
      title={title}
      aside={
        <Badge tone={tone}>
          <Icon aria-hidden="true" className="size-3.5" />
          {word}
        </Badge>
      }
    >
      <p className="max-w-prose">{sentence}</p>
      {children}
      {machines && (
        <p className="mt-4 flex flex-wrap gap-x-3 gap-y-1 border-t pt-3 text-muted text-xs">
          {machines.label}
          {machines.paths.map((path) => (
            <a
              key={path}
              href={new URL(path, machines.url).href}
              className="font-mono text-accent hover:underline"
            >
              {path}
            </a>
          ))}
        </p>
      )}
    </Card>
  );
}
