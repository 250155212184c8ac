/** The little of autocannon that the bench uses; it comes without types. */
declare module 'autocannon' {
  export type Result = {
    requests: { average: number; total: number };
    latency: { p50: number; p99: number };
    non2xx: number;
    errors: number;
  };
  export default function autocannon(options: {
    url: string;
    connections: number;
    duration: number;
    /** Sent in turn; left out, plain requests for `url`. */
    requests?: { headers: Record<string, string> }[];
  }): Promise<Result>;
}
