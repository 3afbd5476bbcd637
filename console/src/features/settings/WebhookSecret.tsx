import type { Webhook } from '@/shared/api/types';

const CHECK = `import hashlib, hmac, time

def is_from_apian(secret: str, headers, body: bytes) -> bool:
    sent = headers["apian-timestamp"]
    signed = hmac.new(secret.encode(), sent.encode() + b"." + body, hashlib.sha256).hexdigest()
    return hmac.compare_digest("sha256=" + signed, headers["apian-signature"]) and abs(time.time() - int(sent)) < 300`;

/** The only time that a secret is seen, and what it is good for. */
export function WebhookSecret({ name, format, secret }: Pick<Webhook, 'name' | 'format'> & { secret: string }) {
  return (
    <div role="status" className="stack">
      <p>
        This is the only time that the secret of {name} is shown. Every message is signed with it.{' '}
        {format === 'slack' ? 'Chats do not look at signatures: keep it only if something of yours does.' : 'Keep it where the receiver finds it.'}
      </p>
      <p className="secret code">{secret}</p>
      <details>
        <summary>How a receiver knows that a message is from here</summary>
        <pre className="webhook-check" tabIndex={0} aria-label="A check in Python">
          {CHECK}
        </pre>
      </details>
    </div>
  );
}
