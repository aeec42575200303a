/**
 * Names of services as study notes spell them, beside the names that the services' own files list. Each row is a
 * heading that was seen in notes; what people would also search for belongs into the service's `searchAliases`.
 */
export const SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  backup: ['Back up'],
  'certificate-manager': ['CM'],
  cloudformation: ['Cfn'],
  cloudwatch: ['CW', 'CW metrics', 'CW logs', 'CW Alarm', 'CW Dashboard', 'Unified CloudWatch Agent'],
  codestar: ['Code Star'],
  'cost-allocation-tags': ['Cost Allocation Tag'],
  'data-firehose': ['Firehose', 'Kinesis Firehose'],
  dynamodb: ['Dynamo', 'DAX', 'DynamoDB Accelerator'],
  ebs: ['Elastic Block Storage'],
  ec2: ['Elastic Computer Cloud'],
  'ec2-auto-scaling': ['ASG', 'Auto Scaling Group', 'オートスケーリング'],
  ecs: ['EC2 Container Service'],
  ecr: ['EC2 Container Registry'],
  'elastic-beanstalk': ['EB', 'Beanstalk'],
  elasticache: ['ElasticCache', 'Redis'],
  elb: ['ALB', 'CLB', 'NLB', 'ロードバランサー'],
  'kinesis-data-streams': ['Kinesis', 'Kinesis Stream', 'Kinesis Streams'],
  'opensearch-service': ['ElasticSearch', 'Elasticsearch Service', 'OpenSearch'],
  'jenkins-on-aws': ['Jenkins on AWS'],
  'systems-manager': ['SSM', 'Parameter Store', 'Session Manager'],
  'vm-import-export': ['VM Import', 'VM Export'],
};
