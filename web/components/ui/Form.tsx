import NextForm from "next/form";
import type { ComponentProps, ReactNode } from "react";

type NextFormProps = ComponentProps<typeof NextForm>;

/** A form that leads to a page of the app. That page is not fetched ahead, for the reason given at `Link`. */
export function Form(props: Omit<NextFormProps, "prefetch" | "action"> & { action: string }): ReactNode {
  return <NextForm {...props} prefetch={false} />;
}
