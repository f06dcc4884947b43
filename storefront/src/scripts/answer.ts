/** Asks for an answer; undefined when the visitor leaves meanwhile: browsers then break off what a page still asks for, which is no failure. */
export async function answerTo(url: string, init?: RequestInit): Promise<{ url: string; text: string } | undefined> {
  let leaving = false
  const leave = () => {
    leaving = true
  }
  addEventListener('beforeunload', leave)
  try {
    const response = await fetch(url, init)
    return { url: response.url, text: await response.text() }
  } catch (error) {
    if (leaving) return undefined
    throw error
  } finally {
    // A page that always listens is not kept for the way back by every browser.
    removeEventListener('beforeunload', leave)
  }
}
