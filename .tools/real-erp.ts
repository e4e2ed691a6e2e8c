import { connectionFrom } from '../backend/src/playground/connection.ts';

type RealErp = { name: string; url: string; env: Record<string, string>; stop: () => Promise<void> };

/** What `--erp NAME` puts behind the playground: the variables for its parts, and what has to be undone in the end. */
export async function realErp(name: string): Promise<RealErp> {
  const nothing = async () => {};
  try {
    const { url } = connectionFrom(name, process.env);
    return { name, url, env: { PLAYGROUND_ERP: name }, stop: nothing };
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(2);
  }
}
