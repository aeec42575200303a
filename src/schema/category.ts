import { z } from 'zod';

/**
 * The groups of AWS's own service list (https://docs.aws.amazon.com/whitepapers/latest/aws-overview/), as far as
 * the notes reach, and `concepts` for pages that are about an idea and not about a service.
 * The order here is the order on the site.
 */
export const categorySchema = z
  .enum([
    'compute',
    'containers',
    'storage',
    'database',
    'networking',
    'integration',
    'developer-tools',
    'management',
    'security',
    'analytics',
    'front-end',
    'migration',
    'cost',
    'machine-learning',
    'iot',
    'concepts',
  ])
  .describe('AWS の分類');

export type Category = z.infer<typeof categorySchema>;
