// The rating tablet in a real browser: words that are being written are not lost with the form's time, a rating that
// somebody else gave first is said, and the form closes by itself. The server's clock is moved by hand.
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Browser, startBrowser } from '../support/browser.ts';
import { type ManualClock, manualClock } from '../support/manual-clock.ts';
import { type RunningCentre, startCentre } from '../support/running-centre.ts';

const size = { width: 800, height: 1280 };
let browser: Browser;
let clock: ManualClock;
let centre: RunningCentre;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  clock = manualClock(Date.parse('2026-11-20T02:00:00Z'));
  centre = await startCentre({ sample: 'commune', clock });
});
afterEach(() => centre.stop());

/** A tablet whose form is open for the ticket just finished. */
async function openForm() {
  const taken = await centre.hall.command<{ ticket: { id: string } }>('/api/v1/tickets', {
    serviceId: 'chung-thuc',
  });
  const officer = await centre.officer('canbo01');
  for (const act of ['open', 'call-next', 'start', 'finish'])
    await officer.command(`/api/v1/counters/c01/${act}`, {});
  const page = await browser.open(`${centre.url}/rating?counter=c01`, size);
  await page.getByTestId('rating-form').waitFor();
  return { page, ticketId: taken.ok ? taken.body.ticket.id : '' };
}
/** Time goes by at the server, and its screens hear of it. */
const pass = (ms: number) => {
  for (let gone = 0; gone < ms; gone += 500) clock.pass(500);
};
const ratings = () =>
  centre.app.journal
    .rowsAfter(0, 1_000)
    .flatMap(({ event }) => (event.type === 'rating-submitted' ? [event] : []));

test('the form closes by itself after thirty seconds', async () => {
  const { page } = await openForm();
  pass(29_000);
  expect(await page.getByTestId('rating-form').isVisible()).toBe(true);
  pass(2_000);
  await page.getByTestId('idle').waitFor();
  expect(ratings()).toEqual([]);
  await page.close();
});

test('who is writing has a minute more, and what is written then is kept', async () => {
  const { page } = await openForm();
  await page.getByText('Ý kiến góp ý').click();
  await page.locator('textarea').fill('Cán bộ rất nhiệt tình.');
  pass(60_000);
  expect(await page.locator('textarea').inputValue()).toBe('Cán bộ rất nhiệt tình.');
  pass(31_000);
  await page.getByTestId('thanks').waitFor();
  await expect
    .poll(ratings)
    .toMatchObject([{ answers: { opinion: 'comment' }, comment: 'Cán bộ rất nhiệt tình.' }]);
  await page.close();
});

test('who has pressed "a suggestion" and writes nothing has still answered', async () => {
  const { page } = await openForm();
  await page.getByText('Ý kiến góp ý').click();
  await page.locator('textarea').waitFor();
  pass(31_000);
  await page.getByTestId('thanks').waitFor();
  await expect.poll(ratings).toMatchObject([{ answers: { opinion: 'comment' }, comment: null }]);
  await page.close();
});

test('a rating that was given elsewhere meanwhile is said to be there already', async () => {
  const { page, ticketId } = await openForm();
  await page.getByText('Ý kiến góp ý').click();
  await page.locator('textarea').fill('Muộn rồi');
  await centre.hall.command('/api/v1/ratings', {
    ...{ counterId: 'c01', ticketId, formId: 'five-buttons' },
    answers: { opinion: 'sat_service' },
  });
  await page.getByRole('button', { name: 'Gửi' }).click();
  expect(await page.getByTestId('not-kept').innerText()).toMatch(/đã.*đánh giá/i);
  expect(ratings()).toHaveLength(1);
  await page.close();
});
