import { enhanceAnchors } from './anchors.ts';
import { enhanceCode } from './code-copy.ts';
import { followMovedAnchor } from './moved.ts';
import { enhanceTheme } from './theme.ts';
import { followToc } from './toc.ts';

followMovedAnchor();
enhanceTheme();
enhanceAnchors();
enhanceCode();
followToc();
