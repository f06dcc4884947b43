/** The address of a file as pages use it: our own files without the host, so that they are found under every name of the site. */
export const fileHref = (url: string, publicUrl: string): string => (url.startsWith(`${publicUrl}/`) ? url.slice(publicUrl.length) : url)
