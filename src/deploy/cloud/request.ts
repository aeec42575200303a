import { CloudError, ConflictError } from './cloud.ts';

interface SdkError {
  readonly name?: string;
  readonly message?: string;
  readonly $metadata?: { readonly httpStatusCode?: number };
}

/** Makes one request of the AWS SDK; its errors come out as `ConflictError` or `CloudError`. */
export async function request<T>(operation: string, target: string, send: () => Promise<T>): Promise<T> {
  try {
    return await send();
  } catch (error) {
    if (error instanceof CloudError) throw error;
    const reason = wordError(error as SdkError);
    const status = statusOf(error);
    if (status === 412 || status === 409) throw new ConflictError(operation, target, reason);
    throw new CloudError(operation, target, reason);
  }
}

/** The same, where 404 is an answer: undefined. */
export async function requestIfPresent<T>(
  operation: string,
  target: string,
  send: () => Promise<T>,
): Promise<T | undefined> {
  return request(operation, target, async () => {
    try {
      return await send();
    } catch (error) {
      if (statusOf(error) === 404) return undefined;
      throw error;
    }
  });
}

const statusOf = (error: unknown): number | undefined => (error as SdkError).$metadata?.httpStatusCode;

/** `AccessDenied: Access Denied (403)`. Errors of the SDK have an empty message when the answer had no body. */
function wordError({ name, message, $metadata }: SdkError): string {
  const status = $metadata?.httpStatusCode;
  return [name, message && message !== name ? `: ${message}` : '', status ? ` (${status})` : ''].join('');
}
