import type { Quota, QuotaFile, ServiceSlug } from '../schema/index.ts';
import { paths } from './paths.ts';

/** One limit, with the names and places under which the site shows it. */
export interface QuotaRow {
  /** `<service>/<item>`, as notes cite it. */
  readonly id: string;
  /** Its anchor on the quotas page. */
  readonly anchor: string;
  readonly path: string;
  readonly service: ServiceSlug;
  readonly quota: Quota;
  /** The value as it is read: `10,240 MB`. */
  readonly label: string;
}

/** All limits, in the order of their files. */
export function deriveQuotas(entries: {
  readonly quotas: readonly { readonly data: QuotaFile }[];
}): QuotaRow[] {
  return entries.quotas.flatMap(({ data }) =>
    data.quotas.map((quota): QuotaRow => {
      const id = `${data.service}/${quota.id}`;
      return {
        id,
        anchor: paths.quotaAnchor(id),
        path: paths.quota(id),
        service: data.service,
        quota,
        label: labelQuota(quota),
      };
    }),
  );
}

/** Rows under the titles of their groups, in the order of the file. */
export const groupQuotas = (rows: readonly QuotaRow[]): { title: string; rows: QuotaRow[] }[] =>
  [...Map.groupBy(rows, ({ quota }) => quota.group ?? '')].map(([title, grouped]) => ({
    title,
    rows: grouped,
  }));

const NUMBER = new Intl.NumberFormat('ja-JP', { maximumFractionDigits: 6 });

/** The value with its unit: `10,240 MB`, `15 分`, `50%`. */
export function labelQuota({ value, unit }: Pick<Quota, 'value' | 'unit'>): string {
  const number = typeof value === 'number' ? NUMBER.format(value) : value;
  return unit === undefined ? number : unit === '%' ? `${number}%` : `${number} ${unit}`;
}
