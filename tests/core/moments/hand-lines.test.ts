import { expect, it } from 'vitest';
import { readHandLines } from '#app/core/moments/hand-lines.ts';

const read = (text: string) => readHandLines(text);

it('reads customer IDs and emails, one a line, and counts what is there twice', () => {
  expect(read('9001\r\n#9002\n\n A@B.example \n9001\na@b.example\nAnna\n')).toEqual({
    customerIds: ['9001', '9002'],
    emails: ['a@b.example'],
    twice: 2,
    unread: ['Anna'],
  });
});

it('takes the customer ID of Shopify’s export, whatever other columns hold', () => {
  const file = [
    'Customer ID,First Name,Email,Address,Zip,Total Orders',
    `'7001,"Anna, Lena",anna@b.example,"1, rue X",75011,3`,
    '7002,,,,,0',
    ',Luc,luc@b.example,,69001,9',
  ].join('\n');
  expect(read(`\uFEFF${file}`)).toEqual({
    customerIds: ['7001', '7002'],
    emails: [],
    twice: 0,
    unread: [',Luc,luc@b.example,,69001,9'],
  });
});

it('takes the email where a file has no IDs', () => {
  expect(read('Email;Points\na@b.example;500\n;7\n').emails).toEqual(['a@b.example']);
});

it('reads a customer’s whole name of the Admin API, and nothing that is too long', () => {
  expect(read('gid://shopify/Customer/77\n12345678901234567890\n0')).toMatchObject({
    customerIds: ['77'],
    unread: ['12345678901234567890', '0'],
  });
});
