/** What the sentences of a synthetic note are made of. The notes read like notes and say nothing. */
export const NOUNS = [
  'セキュリティグループ',
  '実行ロール',
  'ライフサイクルポリシー',
  'ターゲットグループ',
  'ヘルスチェック',
  'デプロイの設定',
  'スナップショット',
  'メッセージキュー',
  'ログの保持期間',
  '同時実行数',
  'キャッシュの有効期限',
  'イベントのパターン',
  'アクセス権限',
  'バックアップの計画',
  '起動テンプレート',
  '接続の上限',
] as const;

export const VERBS = [
  'を先に決めておく',
  'を変えると、次の配備から効く',
  'は、料金に響く',
  'を確かめてから戻す',
  'を監視し、しきい値を超えたら知らせる',
  'は、リージョンごとに持つ',
  'を減らすほど、失敗したときの影響は小さい',
  'を記録し、あとで読み返せるようにする',
] as const;

export const OPENERS = [
  'まず、',
  '次に、',
  'ふだんは、',
  '負荷が高いときは、',
  '本番では、',
  '',
  '',
  '',
] as const;

export const CODE = [
  {
    lang: 'yaml',
    text: 'Resources:\n  Queue:\n    Type: AWS::SQS::Queue\n    Properties:\n      VisibilityTimeout: NUMBER\n      MessageRetentionPeriod: 86400',
  },
  {
    lang: 'ts',
    text: 'export async function handler(event: Event): Promise<number> {\n  const items = event.items.filter(({ size }) => size > NUMBER);\n  return items.length;\n}',
  },
  {
    lang: 'bash',
    text: 'aws logs tail /app/worker-NUMBER --since 1h --format short | grep -c ERROR',
  },
  {
    lang: 'json',
    text: '{\n  "Version": "2012-10-17",\n  "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::bucket-NUMBER/*" }]\n}',
  },
] as const;
