/** How many lists and objects may stand inside each other in what is sent. */
export const deepest = 200

const [quote, backslash] = [34, 92]
const opening = new Set([91, 123])
const closing = new Set([93, 125])

/** Whether a text of JSON is nested deeper than anything sensible: whoever walks through it would run out of stack. */
export function isTooDeep(json: string): boolean {
  if (json.length < 2 * deepest) return false
  let depth = 0
  let inText = false
  for (let at = 0; at < json.length; at++) {
    const code = json.charCodeAt(at)
    if (inText) {
      if (code === backslash) at++
      else if (code === quote) inText = false
    } else if (code === quote) inText = true
    else if (opening.has(code)) {
      depth++
      if (depth > deepest) return true
    } else if (closing.has(code)) depth--
  }
  return false
}
