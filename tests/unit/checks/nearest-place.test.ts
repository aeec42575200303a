import { expect, it } from 'vitest';
import { nearestPlace } from '../../../src/checks/nearest-place.ts';

const permalinks = new Set([
  '/',
  '/services/sqs/',
  '/services/sqs/#queues',
  '/services/s3/',
  '/services/eks/',
  '/services/eks/#nodes',
  '/services/lambda/',
  '/services/lambda/#scaling',
  '/compare/ecs-eks/',
]);

it.each([
  ['/services/sqs/#queue', '/services/sqs/#queues'],
  // Ids are mostly lengthened or cut.
  ['/services/lambda/#scaling-of-functions', '/services/lambda/#scaling'],
  // What another page has is not what was meant.
  ['/services/sqs/#nope', undefined],
  ['/services/lamda/#scaling', '/services/lambda/#scaling'],
  ['/services/lamda/#gone', '/services/lambda/'],
  ['/services/lambda', '/services/lambda/'],
  ['/lambda/', '/services/lambda/'],
  ['/services/swf/', undefined],
  ['/compare/eks-ecs/', '/compare/ecs-eks/'],
])('%s → %s', (place, found) => {
  expect(nearestPlace(place, permalinks)).toBe(found);
});
