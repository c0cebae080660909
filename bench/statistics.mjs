/** The value below which `share` of the sorted values lie, between neighbours in proportion. */
const quantile = (sorted, share) => {
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  const above = Math.ceil(place);
  return sorted[below] + (sorted[above] - sorted[below]) * (place - below);
};

/** Median and quartiles: one slow round on a busy machine moves neither much. */
export const summarise = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  return {
    median: quantile(sorted, 0.5),
    lower: quantile(sorted, 0.25),
    upper: quantile(sorted, 0.75),
    rounds: sorted.length,
  };
};

/** How many times the other one's value, round by round: what was slow in a round was slow for both. */
export const compare = (values, others) => summarise(values.map((value, round) => value / others[round]));

/** Each round begins with another contestant, so that none always follows the same one. */
export const rotate = (list, round) => list.map((_, place) => list[(place + round) % list.length]);
