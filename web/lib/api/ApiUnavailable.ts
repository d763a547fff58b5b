/** The API gave no answer, or said that it cannot give one now. Trying again may help. */
export class ApiUnavailable extends Error {
  override name = "ApiUnavailable";
}
