import { attribute, childrenOf, type XmlElement } from "../xml";

/** The first child of a name. */
export const child = (element: XmlElement, name: string): XmlElement | undefined =>
  childrenOf(element).find((one) => one.name === name);

/** The value of an element that has just one; null where there is none. */
export const val = (element: XmlElement | undefined): string | null =>
  element ? attribute(element, "val") : null;

/** Whether a switch is on; null where it is not there. */
export function isOn(properties: XmlElement | undefined, name: string): boolean | null {
  const found = properties && child(properties, name);
  return found ? !/^(0|false|off)$/.test(val(found) ?? "") : null;
}
