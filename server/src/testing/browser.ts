/** As much of a browser as signing in needs: it keeps cookies and sends the access token it was given last. */

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  /** What the routes of accounts answer, loosely. */
  readonly body: ReplyBody;
}

export interface ReplyBody {
  readonly accessToken?: string;
  readonly player?: { readonly id: string; readonly role: string; readonly guest: boolean; readonly email: string };
  readonly error?: { readonly code: string };
  readonly [field: string]: unknown;
}

export const PASSWORD = 'correct horse battery staple';

export class Browser {
  readonly url: string;
  readonly cookies = new Map<string, string>();
  token: string | null = null;

  constructor(url: string) {
    this.url = url;
  }

  get refreshToken(): string {
    return this.cookies.get('ploscope_refresh') ?? '';
  }

  /** `POST` unless there is nothing to send and the path is read. */
  async send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Reply> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(path.startsWith('http') ? path : this.url + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(this.token === null ? {} : { authorization: `Bearer ${this.token}` }),
        ...(cookie === '' ? {} : { cookie }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    const text = await response.text();
    const read = response.headers.get('content-type')?.includes('json') ? (JSON.parse(text) as ReplyBody) : {};
    if (typeof read.accessToken === 'string') this.token = read.accessToken;
    return { status: response.status, headers: response.headers, body: read };
  }

  get(path: string): Promise<Reply> {
    return this.send('GET', path);
  }

  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply> {
    return this.send('POST', path, body, headers);
  }

  register(email: string, password = PASSWORD): Promise<Reply> {
    return this.post('/api/auth/register', { email, password });
  }

  login(email: string, password = PASSWORD, code?: string): Promise<Reply> {
    return this.post('/api/auth/login', { email, password, ...(code === undefined ? {} : { code }) });
  }

  refresh(): Promise<Reply> {
    return this.post('/api/auth/refresh');
  }
}
