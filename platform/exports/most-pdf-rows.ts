/** More rows than this nobody reads on paper. */
export const mostPdfRows = 2000
