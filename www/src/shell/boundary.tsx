import { Component, type ComponentChildren } from "preact";
import { offerRecovery } from "../recovery/recovery";
import { stopKeeping } from "../store/persistence";

/** Where drawing fails the page is taken away, and the ways out are offered. */
export class Boundary extends Component<{ children: ComponentChildren }, { failed: boolean }> {
  override state = { failed: false };

  static override getDerivedStateFromError = () => ({ failed: true });

  override componentDidCatch(error: unknown): void {
    console.error(error);
    stopKeeping();
    offerRecovery();
  }

  override render() {
    return this.state.failed ? null : this.props.children;
  }
}
