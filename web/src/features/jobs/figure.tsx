/** A figure with its name, for a list of them. */
import type { ReactElement } from 'react';

export function Figure(props: { name: string; value: string; note?: string | null }): ReactElement {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>
        {props.value} {props.note ? <small>{props.note}</small> : null}
      </dd>
    </div>
  );
}
