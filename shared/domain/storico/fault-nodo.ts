/** The faults with which the legacy Node answers our calls (pagopa.md 3.1); what each allows us to do next is in domain/uscite. */

export interface FaultNodo {
  readonly faultCode: string;
  readonly faultString: string;
  /** Who emits it: the Node, the PSP's channel or ourselves. */
  readonly id: string;
  readonly description?: string;
  /** Position, from 1, of the RPT it speaks of within a cart. */
  readonly serial?: number;
}

/** One line for the journal and for the operator. */
export const describeFault = ({ faultCode, faultString, description, serial }: FaultNodo): string =>
  [
    serial === undefined ? faultCode : `${faultCode} (RPT ${serial})`,
    ...(faultString === "" ? [] : [faultString]),
    ...(description === undefined || description === "" ? [] : [description]),
  ]
    .join(": ")
    .slice(0, 500);
