/** All customers, as a bulk query; with their address only where a file names them by it. */
export const customersQuery = (withEmail: boolean): string => `{
    customers {
      edges {
        node {
          id
          ${withEmail ? 'defaultEmailAddress { emailAddress }' : ''}
        }
      }
    }
  }`;
