import { enhanceAnchors } from './anchors.ts';
import { enhanceCode } from './code-copy.ts';
import { enhanceTheme } from './theme.ts';
import { followToc } from './toc.ts';

enhanceTheme();
enhanceAnchors();
enhanceCode();
followToc();
