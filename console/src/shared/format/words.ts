const countries = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' });

/** 'DE' becomes 'Germany'; what is no country's code stays as it is. */
export function country(code: string): string {
  return /^[A-Z]{2}$/.test(code) ? (countries.of(code) ?? code) : code;
}

/** 'access_token' becomes 'Access token'. */
export function label(word: string): string {
  const spaced = word.replaceAll(/[_-]+/g, ' ');
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
