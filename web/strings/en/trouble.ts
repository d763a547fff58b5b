/** For when a page fails, or all of the app. By itself, so that the browser gets it without the rest. */
export const trouble = {
  title: "This page could not be shown",
  text: "Something went wrong while it was put together. Nothing on the chain is affected.",
  retry: "Try again",
};
