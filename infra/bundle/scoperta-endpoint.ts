/** Takes the place of @aws-sdk/middleware-endpoint-discovery in the bundles: DynamoDB has not asked clients to discover its addresses for years, and ours never do. */
export const resolveEndpointDiscoveryConfig = <C>(configurazione: C): C => configurazione;
const mai = (): boolean => false;
export const NODE_ENDPOINT_DISCOVERY_CONFIG_OPTIONS = { environmentVariableSelector: mai, configFileSelector: mai, default: false };
