import { Link } from '@remix-run/react';

/** The link of a row: a real one, so that it works by keyboard and opens in a new tab. */
export function MemberLink({ id, name }: { id: string; name: string }) {
  return (
    <Link to={`/app/members/${id}`} data-primary-link="" className="Polaris-Link Polaris-Link--monochrome">
      {name}
    </Link>
  );
}
