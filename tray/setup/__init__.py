"""The setup of module, users and business mapping: model, stores and the cached card."""
