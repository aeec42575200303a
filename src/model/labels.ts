import type { Category, Lifecycle, RelationType } from '../schema/index.ts';

/** Japanese names of the schema's values. Each table is complete by type: a new value without a name does not compile. */

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

/** What the one does to the other, and what happens to the other. */
export const RELATION_LABELS: Readonly<Record<RelationType, { active: string; passive: string }>> = {
  triggers: { active: '起動する', passive: '起動される' },
  'routes-to': { active: '振り分ける', passive: '振り分けられる' },
  'reads-from': { active: '読み取る', passive: '読み取られる' },
  'stores-in': { active: '保存する', passive: '保存先になる' },
  'pulls-from': { active: '取得する', passive: '取得元になる' },
  caches: { active: 'キャッシュする', passive: 'キャッシュされる' },
  'logs-to': { active: 'ログを送る', passive: 'ログを受け取る' },
  'sends-metrics-to': { active: 'メトリクスを送る', passive: 'メトリクスを受け取る' },
  'traces-with': { active: 'トレースを送る', passive: 'トレースを受け取る' },
  notifies: { active: '通知する', passive: '通知を受ける' },
  monitors: { active: '監視する', passive: '監視される' },
  'runs-on': { active: 'その上で動く', passive: '実行環境になる' },
  provisions: { active: '作成する', passive: '作成される' },
  deploys: { active: 'デプロイする', passive: 'デプロイされる' },
  builds: { active: 'ビルドする', passive: 'ビルドされる' },
  manages: { active: '管理する', passive: '管理される' },
  scales: { active: '増減させる', passive: '増減される' },
  'backs-up': { active: 'バックアップする', passive: 'バックアップされる' },
  'authenticates-with': { active: '認証・認可に使う', passive: '認証・認可を担う' },
  'encrypts-with': { active: '暗号化に使う', passive: '暗号化を担う' },
  protects: { active: '保護する', passive: '保護される' },
  uses: { active: '利用する', passive: '利用される' },
  'part-of': { active: '一部である', passive: '構成要素に持つ' },
  extends: { active: '拡張する', passive: '拡張される' },
  'alternative-to': { active: '代わりに選べる', passive: '代わりに選べる' },
};
