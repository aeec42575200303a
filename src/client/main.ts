import { enhanceAnchors } from './anchors.ts';
import { enhanceCode } from './code-copy.ts';
import { exploreMapOnSight } from './map-on-sight.ts';
import { followMovedAnchor } from './moved.ts';
import { addPageActions } from './page-actions.ts';
import { prefetchOnIntent } from './prefetch.ts';
import { previewOnIntent } from './preview-on-intent.ts';
import { keepRecentPages } from './recent.ts';
import { skipWhatFits } from './scrollers.ts';
import { openSearchOnDemand } from './search/opener.ts';
import { markSearched } from './searched.ts';
import { layOutSections } from './sections.ts';
import { enhanceTheme } from './theme.ts';
import { followToc } from './toc.ts';

followMovedAnchor();
openSearchOnDemand();
enhanceTheme();
addPageActions();
previewOnIntent();
prefetchOnIntent();
keepRecentPages();
enhanceAnchors();
enhanceCode();
followToc();
skipWhatFits();
markSearched();
exploreMapOnSight();
layOutSections();
// After everything that the reader sees and is likely to reach for at once.
if (import.meta.env.PROD && 'serviceWorker' in navigator)
  addEventListener('load', () => {
    setTimeout(() => {
      // A reader who has already gone on to another page needs no worker here.
      import('./offline.ts').then((offline) => offline.keepForOffline()).catch(() => undefined);
    }, 1000);
  });
