/** One line in a chat room. */
export interface ChatLine {
  readonly from: string;
  readonly text: string;
  readonly time: string;
}

const KEPT_LINES = 40;
const LONGEST_LINE = 500;

const BEGINNING: readonly ChatLine[] = [
  {from: 'there', text: 'Morning! Did the new berth plan reach you?', time: '09:12'},
  {from: 'here', text: 'It did. Row 4 looks off by one day.', time: '09:14'},
  {from: 'there', text: 'I see it. Easier to talk it through?', time: '09:15'},
];

const roomOf = (one: string, other: string): string => [one, other].sort().join('+');

/** The lines that two people have written, kept while the demo runs. */
export class ChatRooms {
  readonly #rooms = new Map<string, ChatLine[]>();

  lines(one: string, other: string): readonly ChatLine[] {
    const [first = one, second = other] = [one, other].sort();
    return (
      this.#rooms.get(roomOf(one, other)) ??
      BEGINNING.map((line) => ({...line, from: line.from === 'here' ? first : second}))
    );
  }

  write(from: string, to: string, text: string, now = new Date()): void {
    const trimmed = text.trim().slice(0, LONGEST_LINE);
    if (!trimmed) return;
    const line = {from, text: trimmed, time: now.toTimeString().slice(0, 5)};
    this.#rooms.set(roomOf(from, to), [...this.lines(from, to), line].slice(-KEPT_LINES));
  }
}
