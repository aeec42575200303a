import { describe, expect, it } from 'vitest';
import { knowledge } from '../known.ts';

const { names, lexicon } = knowledge;

describe('names', () => {
  it.each([
    ['Lambda', 'lambda'],
    ['AWS Lambda', 'lambda'],
    ['Ｌａｍｂｄａ', 'lambda'],
    ['01. ECR', 'ecr'],
    ['09-02. CloudWatchメトリクス', 'cloudwatch'],
    ['ALB：Application Load Balancing', 'elb'],
    ['Code系サービス：CodeBuild', 'codebuild'],
    ['EventBridge（CloudWatchイベント）', 'eventbridge'],
    ['EC2 based on AMI：Amazon Machine Image', 'ami'],
    ['CloudFoarmation', 'cloudformation'],
    ['ElasticCache', 'elasticache'],
    ['APP Runner', 'app-runner'],
    ['AWS Back up', 'backup'],
    ['コスト配分タグ', 'cost-allocation-tags'],
    ['VM Export', 'vm-import-export'],
    ['第2章 S3', 's3'],
    ['1-2 S3', 's3'],
  ])('%s is %s', (heading, service) => {
    expect(names.candidatesOf(heading)).toEqual([service]);
  });

  it.each(['', '概要', 'サービス一覧', 'ワークフロー', '料理', '---'])('%j names nothing', (heading) => {
    expect(names.candidatesOf(heading)).toEqual([]);
    expect(names.serviceOf(heading)).toBeUndefined();
  });

  it.each([
    ['ECS/EKS：Elastic Container/Kubernetes Service', ['ecs', 'eks']],
    ['ECS on Fargate', ['ecs', 'fargate']],
  ])('%s may be about several', (heading, services) => {
    expect(names.candidatesOf(heading)).toEqual(services);
  });

  it.each([
    ['AWS Lambda', 'lambda', ''],
    ['EC2：Elastic Compute Cloud', 'ec2', ''],
    ['ALB：Application Load Balancer', 'elb', 'ALB'],
    ['Lambdaとは', 'lambda', undefined],
    ['Lambda の制限', 'lambda', undefined],
  ])('of %s on the page of %s, %j is left', (heading, service, rest) => {
    expect(names.restOf(heading, service as never)).toBe(rest);
  });
});

describe('the lexicon', () => {
  it.each([
    ['可視性タイムアウトのあいだ、キューのメッセージは見えない。デッドレターキューと FIFO キュー。', 'sqs'],
    ['スタックの変更セットを作り、テンプレートの論理 ID とドリフトを確かめる。', 'cloudformation'],
    [
      'シャードにレコードを書き、パーティションキーで振り分け、保持期間のあいだ読み直す。',
      'kinesis-data-streams',
    ],
  ])('%s', (text, service) => {
    const ranking = lexicon.rank(text);
    expect(ranking.best?.service).toBe(service);
    expect(ranking.best?.score).toBe(ranking.scoreOf(service as never));
  });

  it('says nothing of words that it does not know', () => {
    expect(lexicon.rank('zzzqqq')).toMatchObject({ known: 0, best: undefined });
  });
});
