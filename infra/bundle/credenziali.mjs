// Takes the place of @aws-sdk/credential-provider-node. In a Lambda the credentials are always those of the role, in the environment:
// profiles, SSO, web identity and the metadata of machines are 85 kB that nobody would ever reach.
export const defaultProvider = () => async () => {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, AWS_SESSION_TOKEN: sessionToken } = process.env;
  if (!accessKeyId || !secretAccessKey) throw new Error("Credenziali AWS assenti dall'ambiente della funzione");
  return { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) };
};
