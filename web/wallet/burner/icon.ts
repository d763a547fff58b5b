/** A flame, for what is meant to be burnt. */
const SVG = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 28 28"><rect width="28" height="28" rx="7" fill="#b45309"/><path fill="#fff7ed" d="M14.9 5.2c.4 3-1.200 4.400-2.700 6-1.600 1.700-3.200 3.400-3.200 6.100A5 5 0 0 0 14 22.400a5 5 0 0 0 5-5.100c0-1.900-.8-3.300-1.700-4.500-.2 1.100-.8 1.900-1.700 2.300.3-3.600.400-7.200-.700-9.900z"/></svg>`;

export const BURNER_ICON = `data:image/svg+xml,${encodeURIComponent(SVG)}`;
