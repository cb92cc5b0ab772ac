// Layout faults of a page, found by measuring: words that are cut off or lie outside the screen, and words that lie over
// other words. Runs in the page. What moves on purpose (the ticker) is left out.
import type { Page } from 'playwright-core';

export function layoutFaults(page: Page, leaveOut = '.ticker'): Promise<string[]> {
  return page.evaluate((left) => {
    type Box = { words: string; element: Element; top: number; right: number; bottom: number; left: number };
    const boxes: Box[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement;
      const words = node.textContent?.trim() ?? '';
      if (element === null || words === '' || element.closest(`${left}, .visually-hidden, script, style`))
        continue;
      const style = getComputedStyle(element);
      if (style.visibility === 'hidden' || style.opacity === '0') continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const size = Number.parseFloat(style.fontSize);
      for (const rect of range.getClientRects()) {
        if (rect.width === 0) continue;
        // The letters themselves: a line's box has room above and below them that may lie over another's.
        const middle = (rect.top + rect.bottom) / 2;
        boxes.push({
          ...{ words, element, left: rect.left, right: rect.right },
          ...{ top: middle - 0.36 * size, bottom: middle + 0.36 * size },
        });
      }
    }
    const faults = new Set<string>();
    const near = 1.5;
    for (const { words, element, top, right, bottom, left: from } of boxes) {
      const outside = (box: DOMRect | { top: number; right: number; bottom: number; left: number }) =>
        top < box.top - near ||
        bottom > box.bottom + near ||
        from < box.left - near ||
        right > box.right + near;
      if (outside({ top: 0, left: 0, right: innerWidth, bottom: innerHeight }))
        faults.add(`outside the screen: "${words}"`);
      for (let holder: Element | null = element; holder !== null; holder = holder.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(holder);
        if (overflowX === 'visible' && overflowY === 'visible') continue;
        if (outside(holder.getBoundingClientRect())) faults.add(`cut off: "${words}"`);
      }
    }
    boxes.forEach((one, index) => {
      for (const other of boxes.slice(index + 1)) {
        if (one.element === other.element && one.words === other.words) continue;
        const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
        if (across > near && down > near) faults.add(`"${one.words}" lies over "${other.words}"`);
      }
    });
    return [...faults];
  }, leaveOut);
}

/** The height in pixels of the capital letters of an element's words. */
export function letterHeight(page: Page, selector: string): Promise<number> {
  return page.evaluate((wanted) => {
    const element = document.querySelector(wanted);
    if (element === null) throw new Error(`nothing is ${wanted}`);
    const style = getComputedStyle(element);
    const ink = document.createElement('canvas').getContext('2d');
    if (ink === null) throw new Error('no canvas');
    ink.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    return ink.measureText('H').actualBoundingBoxAscent;
  }, selector);
}
