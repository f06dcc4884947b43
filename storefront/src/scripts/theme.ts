// Changes the look at once; without scripts the same form asks the server.
for (const form of document.querySelectorAll<HTMLFormElement>('[data-theme-toggle]')) {
  form.addEventListener('submit', (event) => {
    const { value } = event.submitter as HTMLButtonElement
    event.preventDefault()
    document.documentElement.dataset.theme = value
    const secure = location.protocol === 'https:' ? '; Secure' : ''
    // biome-ignore lint/suspicious/noDocumentCookie: the cookie store is not everywhere yet, and this cookie is no secret.
    document.cookie = `theme=${value}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`
    form.querySelector<HTMLElement>(`[value="${value === 'dark' ? 'light' : 'dark'}"]`)?.focus()
  })
}
