import type { Category, Lifecycle, RelationType } from '../schema/index.ts';
import type { SERVICE_SECTIONS } from './paths.ts';

/** Japanese names of values. Each table is complete by type: a new value without a name does not compile. */

export const CATEGORY_LABELS: Readonly<Record<Category, string>> = {
  compute: 'コンピューティング',
  containers: 'コンテナ',
  storage: 'ストレージ',
  database: 'データベース',
  networking: 'ネットワークとコンテンツ配信',
  integration: 'アプリケーション統合',
  'developer-tools': '開発者用ツール',
  management: 'マネジメントとガバナンス',
  security: 'セキュリティとアイデンティティ',
  analytics: '分析',
  'front-end': 'ウェブとモバイルのフロントエンド',
  migration: '移行と転送',
  cost: 'コスト管理',
  'machine-learning': '機械学習',
  iot: 'IoT',
  concepts: '基礎知識',
};

export const LIFECYCLE_LABELS: Readonly<Record<Lifecycle['status'], string>> = {
  active: '提供中',
  maintenance: '新規受付終了',
  sunset: '終了予定',
  ended: '提供終了',
};

/** The headings of a service page beside those of its notes. */
export const SECTION_LABELS: Readonly<Record<(typeof SERVICE_SECTIONS)[number], string>> = {
  overview: '概要',
  quotas: 'クォータ',
  comparisons: '比較',
  relations: '関連サービス',
  backlinks: 'このページを参照しているページ',
  sources: '出典',
};

/** What the one service does to the other. */
export const RELATION_LABELS: Readonly<Record<RelationType, string>> = {
  triggers: '起動する',
  'routes-to': '振り分ける',
  'reads-from': '読み取る',
  'stores-in': '保存する',
  'pulls-from': '取得する',
  caches: 'キャッシュする',
  'logs-to': 'ログを送る',
  'sends-metrics-to': 'メトリクスを送る',
  'traces-with': 'トレースを送る',
  notifies: '通知する',
  monitors: '監視する',
  'runs-on': 'その上で動く',
  provisions: '作成する',
  deploys: 'デプロイする',
  builds: 'ビルドする',
  manages: '管理する',
  scales: '増減させる',
  'backs-up': 'バックアップする',
  'authenticates-with': '認証・認可に使う',
  'encrypts-with': '暗号化に使う',
  protects: '保護する',
  uses: '利用する',
  'part-of': '一部である',
  extends: '拡張する',
  'alternative-to': '代わりに選べる',
};
