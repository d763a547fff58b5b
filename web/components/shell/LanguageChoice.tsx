import type { ReactNode } from "react";
import { cx } from "#lib/cx.ts";
import { useStrings } from "#strings/index.ts";
import { LANGUAGE_NAMES, LANGUAGES } from "#strings/language.ts";
import { isReviewed, REVIEWS } from "#strings/reviews.ts";

/** A form, so that it works without any script. What is kept of it is a cookie; see app/language. */
export function LanguageChoice(): ReactNode {
  const t = useStrings().language;
  return (
    <form method="post" action="/language" className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <fieldset className="flex items-center gap-1">
        <legend className="sr-only">{t.choose}</legend>
        {LANGUAGES.map((language) => (
          <button
            key={language}
            type="submit"
            name="language"
            value={language}
            lang={language}
            aria-pressed={language === t.tag}
            className={cx(
              "rounded-control px-2 py-1 hover:bg-sunken hover:text-ink",
              language === t.tag && "bg-sunken font-medium text-ink",
            )}
          >
            {LANGUAGE_NAMES[language]}
          </button>
        ))}
      </fieldset>
      {!isReviewed(REVIEWS.zu) && <p className="text-faint text-xs">{t.unreviewed}</p>}
    </form>
  );
}
