/** Takes the place, in the bundles, of the part of the signer that signs streams of events: no operation of ours has one. */
export class HeaderFormatter {}
