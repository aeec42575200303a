import { enhanceAnchors } from './anchors.ts';
import { enhanceCode } from './code-copy.ts';
import { followMovedAnchor } from './moved.ts';
import { addPageActions } from './page-actions.ts';
import { prefetchOnIntent } from './prefetch.ts';
import { enablePreviews } from './previews.ts';
import { keepRecentPages } from './recent.ts';
import { enhanceTheme } from './theme.ts';
import { followToc } from './toc.ts';

followMovedAnchor();
enhanceTheme();
addPageActions();
enablePreviews();
prefetchOnIntent();
keepRecentPages();
enhanceAnchors();
enhanceCode();
followToc();
