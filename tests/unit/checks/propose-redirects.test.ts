import { describe, expect, it } from 'vitest';
import { proposeRedirects } from '../../../src/checks/propose-redirects.ts';

/** What is proposed after `before` was published and the content now holds `after`. */
function propose(before: readonly string[], after: readonly string[]): Record<string, string | undefined> {
  const now = new Set(after);
  const lost = before.filter((place) => !now.has(place));
  return Object.fromEntries(proposeRedirects(lost, now, new Set(before)).map(({ from, to }) => [from, to]));
}

describe('proposeRedirects', () => {
  const page = '/services/lambda/';
  it.each([
    ['an id that was lengthened', 'scaling', 'scaling-limits', `${page}#scaling-limits`],
    ['an id that was mistyped', 'concurency', 'concurrency', `${page}#concurrency`],
    ['an id that is like no other', 'something-else', 'pricing', page],
  ])('%s', (_name, before, after, to) => {
    expect(propose([page, `${page}#${before}`], [page, `${page}#${after}`])).toEqual({
      [`${page}#${before}`]: to,
    });
  });

  it('never leads to a place that stood there before beside the one that is gone', () => {
    expect(propose([page, `${page}#sources`, `${page}#source`], [page, `${page}#sources`])).toEqual({
      [`${page}#source`]: page,
    });
    expect(propose(['/services/sqs/', '/services/sns/'], ['/services/sns/'])).toEqual({
      '/services/sqs/': undefined,
    });
  });

  it('follows a page that was renamed, with its anchors and its quotas', () => {
    const places = (slug: string) => [
      `/services/${slug}/`,
      `/services/${slug}/#overview`,
      `/services/${slug}/#tasks`,
      `/quotas/#service-${slug}`,
      `/quotas/#${slug}-retention`,
    ];
    const others = ['/services/s3/', '/services/s3/#overview', '/quotas/', '/quotas/#sqs-retention'];
    const [from, to] = [places('swf'), places('simple-workflow')];
    expect(propose([...from, ...others], [...to, ...others])).toEqual(
      Object.fromEntries(from.map((place, i) => [place, to[i]])),
    );
  });

  it('follows a topic to the service that it was moved to', () => {
    expect(
      propose(
        ['/services/ec2/', '/services/ec2/#spot', '/services/ecs/'],
        ['/services/ec2/', '/services/ecs/', '/services/ecs/#spot'],
      ),
    ).toEqual({ '/services/ec2/#spot': '/services/ecs/#spot' });
  });

  it('follows a page to the new one that holds its anchors, not to one that shares the fixed ones only', () => {
    const places = (page: string, ...ids: readonly string[]) => [page, ...ids.map((id) => `${page}#${id}`)];
    const before = places('/services/swf/', 'overview', 'sources', 'tasks');
    const other = places('/services/a-new-one/', 'overview', 'sources');
    const moved = places('/services/simple-workflow/', 'overview', 'sources', 'tasks');
    expect(propose(before, [...other, ...moved])).toEqual(
      Object.fromEntries(before.map((place, i) => [place, moved[i]])),
    );
  });

  it('follows a page without anchors of its own to the new one that is called alike', () => {
    const places = (slug: string) => [`/services/${slug}/`, `/services/${slug}/#overview`];
    expect(propose(places('swf'), [...places('a-new-one'), ...places('swf-classic')])).toMatchObject({
      '/services/swf/': '/services/swf-classic/',
    });
    expect(propose(['/compare/queues/'], ['/services/queues-two/', '/compare/queues-all/'])).toEqual({
      '/compare/queues/': '/compare/queues-all/',
    });
  });

  it('looks for an anchor with another name on its own page', () => {
    const [own, other] = ['/services/sqs/', '/services/sns/'];
    expect(
      propose(
        [own, `${own}#retention`, other],
        [other, `${other}#retention-period`, own, `${own}#retentions`],
      ),
    ).toEqual({ [`${own}#retention`]: `${own}#retentions` });
  });
});
