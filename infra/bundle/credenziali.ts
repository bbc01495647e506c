/**
 * Takes the place of @aws-sdk/credential-provider-node in the bundles. In a Lambda the credentials are always those of the role, in the
 * environment: profiles, SSO, web identity and the metadata of machines are 85 kB that nobody would ever reach.
 */
interface Credenziali {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** Same signature as the SDK's. The provider rejects when the environment holds no credentials. */
export const defaultProvider = (): (() => Promise<Credenziali>) => async () => {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, AWS_SESSION_TOKEN: sessionToken } = process.env;
  if (!accessKeyId || !secretAccessKey) throw new Error("Credenziali AWS assenti dall'ambiente della funzione");
  return { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) };
};
