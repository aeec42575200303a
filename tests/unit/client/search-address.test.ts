import { describe, expect, it } from 'vitest';
import { addressOf, readAddress } from '../../../src/client/search/address.ts';

describe('the address of a question', () => {
  it.each([
    [{ query: 'Lambda', category: '', kind: '' }, '/search/?q=Lambda'],
    [{ query: ' a b&c ', category: '', kind: '' }, '/search/?q=a+b%26c'],
    [{ query: 'S3', category: 'ストレージ', kind: 'service' }, '/search/?q=S3&category=storage&kind=service'],
    [{ query: '', category: '', kind: '' }, '/search/'],
  ] as const)('%j', (question, address) => {
    expect(addressOf(question)).toBe(address);
    const { search } = new URL(address, 'https://kumo.example');
    expect(readAddress(search)).toEqual({ ...question, query: question.query.trim() });
  });

  it('may name a category as pages do, and leaves out what there is not', () => {
    expect(readAddress('?q=a&category=ストレージ')).toMatchObject({ category: 'ストレージ' });
    expect(readAddress('?q=a&category=nothing&kind=nothing')).toEqual({ query: 'a', category: '', kind: '' });
    expect(readAddress('?category=')).toEqual({ query: '', category: '', kind: '' });
  });
});
