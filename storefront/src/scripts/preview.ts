// The admin tells the window that shows a draft when it was saved.
addEventListener('message', ({ origin, data }) => {
  if (origin === location.origin && (data as { type?: string } | null)?.type === 'payload-document-event') location.reload()
})

const admin = (opener ?? parent) as Window
if (admin !== window) admin.postMessage({ type: 'payload-live-preview', ready: true }, location.origin)
