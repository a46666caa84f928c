// Any amount: its field and its slider say the same, and what it costs is told while it is chosen. Loaded when they are opened;
// what the button then asks for goes the way of all rewards.

/** @param details what is opened, with the rate, the bounds and the words */
export default function show(details) {
  const {
    rate,
    bounds,
    now,
    money,
    cartMoney,
    unit: one,
    units: other,
    live,
    take,
    hint,
    about,
  } = details.dataset;
  const { digits, language } = details.closest('[data-src]').dataset;
  const [points, worth] = numbers(rate);
  const [least, most] = numbers(bounds);
  const [minor, has, total] = numbers(now);
  const unit = 10 ** digits;
  const [field, slider] = details.querySelectorAll('input');
  const [limits, said, button] = ['span', 'p', 'button'].map((name) => details.querySelector(name));
  // Liquid has prices in the shopper's currency alone; without a rate no more is said of the cart.
  const shopsRate = about ? window.Shopify?.currency?.rate : 1;
  const sentence = shopsRate ? live : live.replace(/[^.]*→.*/, '');

  const costOf = (amount) => Math.ceil((amount * points) / worth);
  const priced = (amount) => inWords(amount / unit, money);
  const typed = (amount) => (amount / unit).toFixed(digits).replace('.', pointOf(money));

  function tell(amount) {
    const isWrong = !(amount >= least && amount <= most);
    const cost = costOf(amount);
    const after = inWords(Math.max(total / 100 - (amount / unit) * shopsRate, 0), cartMoney);
    const words = {
      points: `${cost.toLocaleString(language)} ${isOne(cost, language) ? one : other}`,
      left: (has - cost).toLocaleString(language),
      s: has - cost === 1 ? 's' : '',
      cart: inWords(total / 100, cartMoney),
      after: about ? filled(about, { amount: after }) : after,
    };
    field.ariaInvalid = isWrong || null;
    limits.style.fontWeight = isWrong ? 700 : '';
    limits.textContent = (isWrong ? '⚠ ' : '') + filled(hint, { least: priced(least), most: priced(most) });
    said.style.visibility = isWrong ? 'hidden' : '';
    button.disabled = isWrong;
    if (isWrong) return;
    said.textContent = filled(sentence, words);
    button.dataset.minor = amount;
    slider.ariaValueText = priced(amount);
    button.textContent = filled(take, { amount: priced(amount) });
  }

  // A step is a point, and the last one is all that can be had.
  slider.min = costOf(least);
  slider.max = costOf(most);
  slider.oninput = () => {
    const amount = Math.min(Math.floor((slider.value * worth) / points), most);
    field.value = typed(amount);
    tell(amount);
  };
  field.oninput = () => {
    const amount = read(field.value, +digits, pointOf(money));
    slider.value = costOf(amount) || slider.min;
    tell(amount);
  };
  field.value = typed(minor);
  field.oninput();
}

const numbers = (text) => text.split(' ').map(Number);
const isOne = (count, language) => new Intl.PluralRules(language).select(count) === 'one';
const filled = (text, words) => text.replace(/\[(\w+)\]/g, (_, name) => words[name]);

/** The shop's way to write money, seen in one thousand two hundred and thirty-four and a bit. */
const SAMPLE = /1(\D?)234(?:(\D)(1+))?/;
const pointOf = (money) => SAMPLE.exec(money)[2] ?? '.';

const inWords = (amount, sample) =>
  sample.replace(SAMPLE, (_, group, point = '', rest = '') => {
    const [whole, part = ''] = amount.toFixed(rest.length).split('.');
    return whole.replace(/\B(?=(\d{3})+$)/g, group) + point + part;
  });

/**
 * "3.50", "3,50 €", "1,234.50" in minor units; not a number where that isn't one amount. Three digits after a sign that isn't the
 * shop's own are thousands.
 */
function read(text, digits, point) {
  const sum = /^[^\d−-]*(\d[\d\s.,'’]*)\D*$/.exec(text)?.[1].replace(/[\s'’]/g, '') ?? '';
  const [, whole, sign, part] = /^(.*?)(?:([.,])(\d*))?$/.exec(sum);
  const isWhole = !sign || (sign !== point && part.length === 3);
  const [ones, rest] = isWhole ? [whole + (part ?? ''), ''] : [whole, part];
  if (!sum || rest.length > digits || (!isWhole && ones.includes(sign))) return NaN;
  return Number(ones.replace(/[.,]/g, '') + rest.padEnd(digits, '0'));
}
