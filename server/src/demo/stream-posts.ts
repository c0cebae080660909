/** A remark below something that was posted. */
export interface Comment {
  readonly from: string;
  readonly time: string;
  readonly text: string;
}

/** Something that somebody told the whole company. */
export interface Post extends Comment {
  readonly comments: readonly Comment[];
}

/** What the activity stream shows; nobody writes to it in the demo. */
export const POSTS: readonly Post[] = [
  {
    from: 'bob',
    time: '08:40',
    text: 'Berth 4 is free from Thursday: the Maren sails a day early. The new plan is on the wall and in the usual folder.',
    comments: [
      {from: 'carol', time: '08:52', text: 'Two customers asked for exactly that week. I will ring them now.'},
      {from: 'alice', time: '09:05', text: 'Lovely. The booking screen shows it already.'},
    ],
  },
  {
    from: 'dave',
    time: '08:15',
    text: 'The coffee fund is in credit for the first time since we began to count. Thank you, night shift.',
    comments: [{from: 'bob', time: '08:21', text: 'We were thirsty.'}],
  },
  {
    from: 'carol',
    time: 'Yesterday',
    text: 'A customer in Valencia asked whether one may berth a raft. The handbook is silent. I said that a person would call back.',
    comments: [
      {from: 'erin', time: 'Yesterday', text: 'We had one in 2019. It needed a lamp and a great deal of rope.'},
      {from: 'dave', time: 'Yesterday', text: 'There is a tariff for it. There is a tariff for everything.'},
    ],
  },
  {
    from: 'alice',
    time: 'Monday',
    text: 'New sketches of the timetable, with fewer colours. Call me before you move a button.',
    comments: [],
  },
];
