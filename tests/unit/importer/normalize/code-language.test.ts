import { describe, expect, it } from 'vitest';
import { languageOf } from '../../../../src/importer/normalize/code-language.ts';

describe('languageOf', () => {
  it.each([
    ['{"a": 1}', 'bash', 'json'],
    ['{\n  "a": 1,\n  "b": {', 'yaml', 'json'],
    ['# 定義\n[\n  { "name": "web" }\n]', 'bash', 'jsonc'],
    ['{\n  "a": 1, // 注\n  "b": 2\n}', 'yaml', 'jsonc'],
    ['{\n  "path": "値",\n  "headers": {\n    名前\n  },\n  "body": "本文"\n}', 'bash', 'json'],
    ['{"id"=>"1", "name"=>"花子"}\n{"id"=>"2", "name"=>"太郎"}', 'bash', 'text'],
    ['# 結果はまだ無い\n\n*** 無し ***', 'bash', 'text'],
    ['?"ERROR:" ?"WARN:"', 'bash', 'text'],
    ['fields @timestamp\n| filter @message like /x/\n| limit 20', 'bash', 'text'],
    ['redis *****:6379> keys *', 'bash', 'text'],
    ['$ aws s3 ls\n2026-01-01 bucket', 'bash', 'bash'],
    ['#!/bin/sh\nset -eu\nFOO=bar', 'bash', 'bash'],
    ['docker tag a b', undefined, 'bash'],
    ['sudo service nginx restart', undefined, 'bash'],
    ['service web is unhealthy', undefined, 'text'],
    ['Resources:\n  Bucket:\n    Type: AWS::S3::Bucket', undefined, 'yaml'],
    ['- a\n- b: c', undefined, 'yaml'],
    ['SELECT *\nFROM users\nWHERE id = 1', undefined, 'sql'],
    ['<?xml version="1.0"?>\n<a/>', undefined, 'xml'],
    ['注意書き\n<Error>\n<Code>x</Code>\n</Error>', undefined, 'xml'],
    ['GET /x HTTP/1.1\nHost: example.com', undefined, 'http'],
    ['FROM node:20\nRUN npm ci', undefined, 'docker'],
    ['resource "aws_s3_bucket" "b" {\n}', undefined, 'hcl'],
    ['def handler(event, context):\n    pass', undefined, 'python'],
    ['exports.handler = async (event) => {\n};', undefined, 'javascript'],
    ['[general]\nstate_file = /var/x', undefined, 'ini'],
    ['<?php echo 1;', undefined, 'php'],
    ['ただの文', undefined, 'text'],
    ['x', 'apacheconf', 'apache'],
    ['flowchart LR\n  a --> b', 'mermaid', 'text'],
    ['a: 1', 'no-such-language', 'yaml'],
    ['x = 1', 'python', 'python'],
    ['<b>', 'ts', 'ts'],
    ['ただの文', 'constructor', 'text'],
  ])('%j fenced as %s is %s', (code, fenced, language) => {
    expect(languageOf(code, fenced)).toBe(language);
  });
});
