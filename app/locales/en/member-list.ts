/** What merchants do with the list of members: search it by name, sort it, change several at once, take it away as a file. */
export const memberList = {
  namesRefused: 'Shopify doesn’t give this app names',
  namesRefusedHelp:
    'Search by order number, such as #1001. To search by name, whoever set up Sixth must ask Shopify for names.',
  namesFailed: 'Names weren’t searched',
  namesFailedHelp: 'Shopify didn’t answer. Try again, or search by order number.',
  moreFound: 'These are among the first 50 customers found. Type more of the name to see the rest.',
};
